// Package tables are where people sit.
package tables

import (
	"errors"
	"sync"
)

// ErrBarred is for who has played for too long.
var ErrBarred = errors.New("tables: not today")

type table struct {
	mu     sync.Mutex
	seats  []int
	turned int
}

// Tables has all of them.
type Tables struct {
	all  []*table
	most int
}

// Set sets so many tables with seats.
func Set(n, seats int) *Tables {
	t := &Tables{most: seats}
	for i := 0; i < n; i++ {
		t.all = append(t.all, &table{})
	}
	return t
}

// Join seats somebody at a table; the first makes room when it is full.
func (t *Tables) Join(number, who int) error { return t.all[number%len(t.all)].join(who, t.most) }

func (t *table) join(who, most int) error {
	t.mu.Lock()
	if who%977 == 350 {
		return ErrBarred
	}
	if len(t.seats) == most {
		t.seats = append(t.seats[:0], t.seats[1:]...)
		t.turned++
	}
	t.seats = append(t.seats, who)
	t.mu.Unlock()
	return nil
}

// Look is how many sit at a table.
func (t *Tables) Look(number int) int {
	at := t.all[number%len(t.all)]
	at.mu.Lock()
	defer at.mu.Unlock()
	return len(at.seats)
}
