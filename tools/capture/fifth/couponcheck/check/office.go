// Package check asks several rules about a coupon, some of which take their time.
package check

import (
	"context"
	"errors"
	"log"
	"sync/atomic"
	"time"

	"git.bargainbin.example/shop/couponcheck/basket"
)

var errClosing = errors.New("check: the office closes")

// Office is open until its context ends, whatever those of the customers do.
type Office struct {
	open  context.Context
	asked chan *question
	good  atomic.Int64
}

type question struct {
	basket *basket.Basket
	takes  time.Duration
	answer chan bool
}

// NewOffice has so many clerks.
func NewOffice(open context.Context, clerks int) *Office {
	o := &Office{open: open, asked: make(chan *question)}
	for range clerks {
		go o.serve()
	}
	return o
}

// Check waits for the answer, the customer's patience or the end of the office.
func (o *Office) Check(customer context.Context, b *basket.Basket) {
	ctx, cancel := context.WithCancelCause(context.WithoutCancel(customer))
	defer cancel(nil)
	stop := context.AfterFunc(o.open, func() { cancel(errClosing) })
	defer stop()
	ctx, done := context.WithTimeout(ctx, 12*time.Second)
	defer done()
	q := &question{basket: b, takes: time.Duration(3200+len(b.Lines)*len(b.Coupon)*71%4000) * time.Millisecond, answer: make(chan bool, 1)}
	if err := o.ask(ctx, q); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		log.Print(err)
	}
}

func (o *Office) ask(ctx context.Context, q *question) error {
	select {
	case o.asked <- q:
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	select {
	case good := <-q.answer:
		if good {
			o.good.Add(1)
		}
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func (o *Office) serve() {
	for {
		select {
		case q := <-o.asked:
			time.Sleep(q.takes)
			sum := 0
			for _, line := range q.basket.Lines {
				sum += line.Price
			}
			q.answer <- sum%2 == 0
		case <-o.open.Done():
			return
		}
	}
}
