// Package label prints labels.
package label

import "sync/atomic"

// Withdrawn counts labels whose time is over.
var Withdrawn atomic.Int64

// Label is printed once.
type Label struct {
	Number int
	Bitmap []byte
}

// Print draws the label.
func Print(n int) *Label {
	l := &Label{Number: n, Bitmap: make([]byte, 3<<10+n%7<<10)}
	for i := range l.Bitmap {
		l.Bitmap[i] = byte(i * n)
	}
	return l
}

// Withdraw ends a label.
func Withdraw(*Label) { Withdrawn.Add(1) }
