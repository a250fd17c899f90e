// Package call calls back ends with a budget of time.
package call

import (
	"context"
	"time"
)

const longest = 30 * time.Minute

// Client has back ends that answer over channels.
type Client struct{ ends []chan request }

type request struct {
	ctx   context.Context
	text  [512]byte
	reply chan int
}

// NewClient has n back ends.
func NewClient(n int) *Client {
	c := &Client{}
	for range n {
		end := make(chan request)
		c.ends = append(c.ends, end)
		go answer(end)
	}
	return c
}

func answer(requests <-chan request) {
	for r := range requests {
		r.reply <- len(r.text)
	}
}

func budget(ctx context.Context) context.Context {
	ctx, _ = context.WithTimeout(ctx, longest)
	return ctx
}

// Invoke asks one back end.
func (c *Client) Invoke(ctx context.Context, end, _ int) (int, error) {
	r := request{ctx: budget(ctx), reply: make(chan int)}
	select {
	case c.ends[end%len(c.ends)] <- r:
		return <-r.reply, nil
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	}
}
