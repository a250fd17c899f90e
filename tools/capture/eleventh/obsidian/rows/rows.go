// Package rows come in.
package rows

import "fmt"

// One is a row.
type One struct {
	At    int64
	Place string
	Kind  string
	Value float64
}

// Row is row n.
func Row(n int) One {
	return One{At: int64(n), Place: fmt.Sprintf("place-%d/shelf-%d/box-%d", n%977, n%31, n), Kind: fmt.Sprintf("kind-%09d", n), Value: float64(n) / 3}
}
