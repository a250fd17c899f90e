// Package consumer reads a log at a speed.
package consumer

import (
	"context"
	"hash/crc64"
	"time"

	"go.newel.example/log/newel/segments"
)

var polynomial = crc64.MakeTable(crc64.ISO)

// Consumer has a name in the log.
type Consumer struct {
	name      string
	log       *segments.Log
	perSecond int
	sum       uint64
}

// New reads up to so many entries a second.
func New(name string, l *segments.Log, perSecond int) *Consumer {
	l.Join(name)
	return &Consumer{name: name, log: l, perSecond: perSecond}
}

// Run begins after a while.
func (c *Consumer) Run(ctx context.Context, away time.Duration) {
	select {
	case <-time.After(away):
	case <-ctx.Done():
		return
	}
	const turns = 20
	clock := time.NewTicker(time.Second / turns)
	defer clock.Stop()
	for {
		select {
		case <-clock.C:
			c.some(c.perSecond / turns)
		case <-ctx.Done():
			return
		}
	}
}

func (c *Consumer) some(n int) {
	for i := 0; i < n; i++ {
		entry, found := c.log.Read(c.name)
		if !found {
			return
		}
		c.sum = crc64.Update(c.sum, polynomial, entry)
	}
}
