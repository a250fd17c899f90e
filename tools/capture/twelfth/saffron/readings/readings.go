// Package readings come from meters.
package readings

import "fmt"

// Key is the meter and the quantity of reading n.
func Key(n int) string { return fmt.Sprintf("meter-%06d/flow", n) }

// Value is reading n.
func Value(n int) float64 { return float64(n%977) / 8 }
