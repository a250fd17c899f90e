// Package agent runs inputs.
package agent

import (
	"context"
	"log"
	"sync"
	"time"

	"go.barracks.example/agent/reveille/inputs"
)

// Agent has the inputs of its present configuration.
type Agent struct {
	urls  []string
	every time.Duration

	mu   sync.Mutex
	stop context.CancelFunc
	done sync.WaitGroup
}

// New gathers from urls.
func New(urls []string, every time.Duration) *Agent { return &Agent{urls: urls, every: every} }

// Reload stops the inputs and starts new ones.
func (a *Agent) Reload(ctx context.Context) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.stop != nil {
		a.stop()
		a.done.Wait()
	}
	ctx, a.stop = context.WithCancel(ctx)
	for _, url := range a.urls {
		input := inputs.New(url)
		a.done.Add(1)
		go func() {
			defer a.done.Done()
			a.run(ctx, input)
		}()
	}
}

func (a *Agent) run(ctx context.Context, input *inputs.Input) {
	turn := time.NewTicker(a.every)
	defer turn.Stop()
	for {
		select {
		case <-turn.C:
			if _, err := input.Gather(ctx); err != nil && ctx.Err() == nil {
				log.Print(err)
			}
		case <-ctx.Done():
			return
		}
	}
}
