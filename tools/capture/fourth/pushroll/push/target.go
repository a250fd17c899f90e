// Package push brings messages to targets, again and again if need be.
package push

import (
	"context"
	"errors"
	"fmt"
	"log"
	"math/rand"
	"time"
)

// Refused is a target's answer that is none.
type Refused struct {
	Code  int
	Reply []byte
}

func (r *Refused) Error() string { return fmt.Sprint("refused with ", r.Code) }

// Target is pushed to.
type Target struct {
	number int
	gone   bool
	rng    *rand.Rand
	sent   int
}

// NewTarget knows the target of that number.
func NewTarget(number int) *Target {
	return &Target{number: number, gone: number%4 == 1, rng: rand.New(rand.NewSource(int64(number)))}
}

// Run pushes until ctx ends. What went wrong is told when it goes well again.
func (t *Target) Run(ctx context.Context) {
	var trouble error
	for ctx.Err() == nil {
		if err := t.attempt(); err != nil {
			trouble = errors.Join(trouble, fmt.Errorf("target %d: %w", t.number, err))
			t.pause(200 * time.Millisecond)
			continue
		}
		t.sent++
		if trouble != nil && t.sent%500 == 0 {
			log.Print(trouble)
		}
		trouble = nil
		t.pause(600 * time.Millisecond)
	}
}

func (t *Target) pause(most time.Duration) {
	time.Sleep(most/2 + time.Duration(t.rng.Int63n(int64(most))))
}

func (t *Target) attempt() error {
	if !t.gone && t.rng.Intn(5) > 0 {
		return nil
	}
	return &Refused{Code: 410, Reply: make([]byte, 1600)}
}
