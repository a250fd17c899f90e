// Package commands orders what is done to a replica.
package commands

import (
	"context"
	"time"
)

// Replica has commands that later ones wait for.
type Replica struct{ before []chan bool }

func (r *Replica) begin(ctx context.Context) {
	for _, done := range r.before {
		select {
		case <-done:
		case <-ctx.Done():
			go func() {
				for _, done := range r.before {
					<-done
				}
			}()
		}
	}
}

func (r *Replica) finish(ctx context.Context) {
	for _, done := range r.before {
		select {
		case done <- true:
			time.Sleep(40 * time.Millisecond)
		case <-ctx.Done():
			return
		}
	}
}

// Run begins behind two commands and gives up.
func Run(int) {
	r := &Replica{before: []chan bool{make(chan bool), make(chan bool)}}
	ctx, cancel := context.WithCancel(context.Background())
	go r.finish(ctx)
	go r.begin(ctx)
	time.Sleep(20 * time.Millisecond)
	cancel()
}
