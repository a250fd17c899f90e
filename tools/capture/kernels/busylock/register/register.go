// Package register is a table that everybody writes.
package register

import (
	"sync"
	"time"
)

// Register is guarded by one lock.
type Register struct {
	mu   sync.Mutex
	rows map[int]int
}

func (r *Register) write(row int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.store(row)
}

func (r *Register) store(row int) {
	time.Sleep(5 * time.Millisecond)
	r.rows[row]++
}

var shared = &Register{rows: map[int]int{}}

// Run writes for ever.
func Run(n int) {
	for {
		shared.write(n)
		time.Sleep(40 * time.Millisecond)
	}
}
