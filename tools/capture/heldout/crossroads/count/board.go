// Package count counts by lane.
package count

import (
	"sync"
	"time"
)

// Board has lanes.
type Board struct {
	sync.RWMutex
	lanes []int
}

// NewBoard has n lanes.
func NewBoard(n int) *Board { return &Board{lanes: make([]int, n)} }

// Pass counts a vehicle and shows it on the slow display.
func (b *Board) Pass(lane int) {
	b.Lock()
	defer b.Unlock()
	b.lanes[lane%len(b.lanes)]++
	time.Sleep(time.Millisecond)
}

// Total adds up.
func (b *Board) Total() (sum int) {
	b.RLock()
	defer b.RUnlock()
	for _, n := range b.lanes {
		sum += n
	}
	return sum
}
