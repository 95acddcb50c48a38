"""Who could have had whose line: pairs of people to exchange without any goal changing. Loads no ortools."""
