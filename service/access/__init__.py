"""Who may do what, and how much of it. `gate` asks the others in order, before any view runs."""
