// Package warehouse takes rows together.
package warehouse

import (
	"fmt"
	"sync/atomic"
)

// Row is an event with its payload.
type Row struct {
	Number  int
	Payload []byte
}

// House counts what it took.
type House struct{ rows atomic.Int64 }

// New has taken nothing.
func New() *House { return &House{} }

// Event is row n.
func Event(n int) *Row {
	payload := make([]byte, 2200)
	copy(payload, fmt.Sprintf("event %d", n))
	return &Row{Number: n, Payload: payload}
}

// Write takes rows.
func (h *House) Write(rows []*Row) { h.rows.Add(int64(len(rows))) }
