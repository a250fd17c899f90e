// Package jobs works on machines.
package jobs

import (
	"context"
	"errors"
	"fmt"
	"log"
	"math/rand"
	"time"

	"git.cranework.example/yard/lockbroker/locks"
)

// Job needs one machine after the other.
type Job struct {
	Locks    *locks.Client
	Number   int
	Machines int
	Patience time.Duration
}

// Run works until ctx ends or the lock server is gone.
func (j *Job) Run(ctx context.Context) {
	rng := rand.New(rand.NewSource(int64(j.Number)))
	for ctx.Err() == nil {
		err := j.turn(fmt.Sprint("machine-", rng.Intn(j.Machines)), time.Duration(4+rng.Intn(5))*time.Second)
		switch {
		case errors.Is(err, locks.ErrGone):
			return
		case errors.Is(err, locks.ErrLate):
			time.Sleep(2 * time.Second)
		case err != nil:
			log.Print(err)
			time.Sleep(5 * time.Second)
		}
	}
}

func (j *Job) turn(machine string, work time.Duration) error {
	plan := make([]byte, 16<<10)
	number, err := j.Locks.Acquire(machine, j.Patience)
	if err != nil {
		return err
	}
	for i := range plan {
		plan[i] = byte(i ^ j.Number)
	}
	time.Sleep(work)
	return j.Locks.Release(number)
}
