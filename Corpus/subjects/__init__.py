"""Made-up people in made-up documents of every format, to measure the locating of a person."""
