"""The wait-for picture of a moment: who is the cause, and who only waits."""
