"""What requests may look like."""
