// Package wall is where bills go.
package wall

import (
	"errors"
	"sync"
	"time"
)

// ErrWet is the error of a wall that takes no bill now.
var ErrWet = errors.New("wall: too wet")

// Surface takes bills.
type Surface interface {
	Prepare(bill int) (paste func() error, err error)
}

type brick struct {
	mu    sync.Mutex
	bills [32]int
	at    int
}

// Street has so many walls.
func Street(walls int) []Surface {
	street := make([]Surface, walls)
	for i := range street {
		street[i] = &brick{}
	}
	return street
}

// Prepare looks whether the wall is dry.
func (b *brick) Prepare(bill int) (func() error, error) {
	time.Sleep(time.Duration(20+bill*7%60) * time.Millisecond)
	if bill%37 == 5 {
		return nil, ErrWet
	}
	return func() error { return b.paste(bill) }, nil
}

func (b *brick) paste(bill int) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.bills[b.at%len(b.bills)] = bill
	b.at++
	return nil
}
