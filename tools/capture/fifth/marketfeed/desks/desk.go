// Package desks watches quotes, each desk one at a time.
package desks

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"math/rand"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"example.org/rpcapi"

	"git.tradepost.example/data/marketfeed/lines"
)

// Desk has the last quotes of what it watches.
type Desk struct {
	client rpcapi.Client
	rng    *rand.Rand
	last   [24]float64
}

// Open lets n desks start, eight a second.
func Open(ctx context.Context, bundle *lines.Bundle, n int) {
	go func() {
		for i := 0; i < n && ctx.Err() == nil; i++ {
			d := &Desk{client: bundle.Line(i), rng: rand.New(rand.NewSource(int64(i)))}
			go d.run(ctx)
			time.Sleep(125 * time.Millisecond)
		}
	}()
}

func (d *Desk) run(ctx context.Context) {
	for ctx.Err() == nil {
		symbol := fmt.Sprint("T", d.rng.Intn(900))
		if err := d.watch(ctx, symbol, time.Duration(20+d.rng.Intn(40))*time.Second); err != nil {
			log.Print(err)
			time.Sleep(time.Second)
		}
	}
}

func (d *Desk) watch(ctx context.Context, symbol string, span time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, span)
	defer cancel()
	stream, err := d.client.Watch(ctx, symbol)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		quote, err := stream.Recv()
		if errors.Is(err, io.EOF) || status.Code(err) == codes.DeadlineExceeded {
			return nil
		}
		if err != nil {
			return err
		}
		d.last[n%len(d.last)] = quote.Price
	}
}
