"""What is answered at once: audits and comparisons of what is sent or stored."""
