"""What a roster lacks and why: a reason for every hole in its cover and for every percent a person wanted more."""
