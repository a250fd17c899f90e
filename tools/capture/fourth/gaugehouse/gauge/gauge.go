// Package gauge reads levels over a slow line.
package gauge

import (
	"context"
	"sync"
	"time"
)

// Gauge answers one question at a time.
type Gauge struct {
	number int
	answer time.Duration
	mu     sync.Mutex
	levels [128]float64
	at     int
}

// New is a gauge that needs so long to answer.
func New(number int, answer time.Duration) *Gauge { return &Gauge{number: number, answer: answer} }

// Watch samples the gauge at each tick.
func Watch(ctx context.Context, g *Gauge, tick time.Duration) {
	go func() {
		clock := time.NewTicker(tick)
		defer clock.Stop()
		for {
			select {
			case <-clock.C:
				go g.Sample()
			case <-ctx.Done():
				return
			}
		}
	}()
}

// Sample asks the gauge and notes the level.
func (g *Gauge) Sample() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.levels[g.at] = g.read()
	g.at = (g.at + 1) % len(g.levels)
}

func (g *Gauge) read() float64 {
	time.Sleep(g.answer)
	return float64(g.number) + float64(time.Now().UnixMilli()%100)/100
}
