// Package round goes to several walls at once.
package round

import (
	"context"
	"log"
	"sync"
	"time"

	"git.pastepot.example/street/billposter/wall"
)

const perRound = 4

// Round is one bill for each of some walls.
type Round struct {
	walls  []wall.Surface
	number int
	out    sync.WaitGroup
	posted chan int
}

// New is the n-th round.
func New(walls []wall.Surface, n int) *Round {
	return &Round{walls: walls, number: n, posted: make(chan int, perRound)}
}

// Post returns when all bills are up, or after a while.
func (r *Round) Post(ctx context.Context) {
	for i := 0; i < perRound; i++ {
		r.out.Add(1)
		go r.put(r.walls[(r.number*3+i)%len(r.walls)], r.number*perRound+i)
	}
	home := make(chan struct{})
	go r.gather(home)
	patience := time.NewTimer(900 * time.Millisecond)
	defer patience.Stop()
	select {
	case <-home:
	case <-patience.C:
		log.Printf("round %d: %d of %d bills", r.number, len(r.posted), perRound)
	case <-ctx.Done():
	}
}

func (r *Round) put(on wall.Surface, bill int) {
	paste, err := on.Prepare(bill)
	if err != nil {
		return
	}
	if err := paste(); err == nil {
		r.posted <- bill
	}
	r.out.Done()
}

func (r *Round) gather(home chan<- struct{}) {
	r.out.Wait()
	close(home)
}
