// Package relay carries payments to the bank, again if need be.
package relay

import (
	"context"
	"log"
	"math/rand"
	"strconv"
	"sync/atomic"
	"time"

	"git.coppermint.example/pay/paymentrelay/bank"
)

const (
	firstPause = 500 * time.Millisecond
	longest    = 8 * time.Second
	giveUp     = 2 * time.Minute
)

// Payment is an order and its vouchers.
type Payment struct {
	Number string
	Order  []byte
}

// NewPayment is the n-th payment.
func NewPayment(n int) *Payment {
	p := &Payment{Number: strconv.Itoa(n), Order: make([]byte, 28<<10)}
	for i := range p.Order {
		p.Order[i] = "0123456789"[(n+i)%10]
	}
	return p
}

// Desk takes payments while it has places.
type Desk struct {
	bank     *bank.Client
	places   chan struct{}
	declined uint64
}

// NewDesk has so many places.
func NewDesk(client *bank.Client, places int) *Desk {
	return &Desk{bank: client, places: make(chan struct{}, places)}
}

// Pay carries p, or declines it when all places are taken.
func (d *Desk) Pay(ctx context.Context, p *Payment) {
	select {
	case d.places <- struct{}{}:
	default:
		atomic.AddUint64(&d.declined, 1)
		return
	}
	defer func() { <-d.places }()
	ctx, cancel := context.WithTimeout(ctx, giveUp)
	defer cancel()
	if err := d.carry(ctx, p); err != nil {
		log.Printf("payment %s: %v", p.Number, err)
	}
}

func (d *Desk) carry(ctx context.Context, p *Payment) error {
	for pause := firstPause; ; pause *= 2 {
		err := d.bank.Book(ctx, p.Order)
		if err == nil {
			return nil
		}
		if pause > longest {
			pause = longest
		}
		wait := time.NewTimer(pause/2 + time.Duration(rand.Int63n(int64(pause))))
		select {
		case <-wait.C:
		case <-ctx.Done():
			wait.Stop()
			return err
		}
	}
}
