// Package lens looks at a field from afar.
package lens

import (
	"sync/atomic"
	"time"
)

// Client sees one field.
type Client struct {
	field  string
	season int
	count  int64
	days   int64
	now    chan struct{}
}

// Dial returns a client that looks again every two seconds.
func Dial(field string, season int) *Client {
	c := &Client{field: field, season: season, now: make(chan struct{}, 1)}
	go c.every(2*time.Second, c.look)
	return c
}

func (c *Client) every(period time.Duration, job func()) {
	beat := time.NewTicker(period)
	defer beat.Stop()
	for {
		select {
		case <-beat.C:
			job()
		case <-c.now:
			job()
		}
	}
}

func (c *Client) look() {
	days := atomic.AddInt64(&c.days, 1)
	atomic.StoreInt64(&c.count, days*int64(len(c.field)+c.season%5))
}

// Count is the number of apples when last looked at; it asks to look again.
func (c *Client) Count() int {
	if n := atomic.LoadInt64(&c.count); n > 0 {
		return int(n)
	}
	select {
	case c.now <- struct{}{}:
	default:
	}
	return 0
}
