"""What is held about people, and its end: numbers refused at the door, export, deletion, how long things are kept."""
