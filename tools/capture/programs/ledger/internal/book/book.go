// Package book owns the balances in a single goroutine.
package book

import (
	"context"
	"log"
)

// Posting moves an amount to an account.
type Posting struct {
	Account  int
	Currency string
	Cents    int64
	reply    chan int64
}

// Book is the owner of the balances.
type Book struct {
	postings chan Posting
	balances [4096]int64
	refused  int
}

// Client posts to a book.
type Client struct{ postings chan<- Posting }

// Open starts the owner.
func Open(ctx context.Context) *Book {
	b := &Book{postings: make(chan Posting, 32)}
	go b.loop(ctx)
	return b
}

// Client returns a handle for posting.
func (b *Book) Client() *Client { return &Client{postings: b.postings} }

// Post books a posting and returns the new balance.
func (c *Client) Post(p Posting) int64 {
	p.reply = make(chan int64, 1)
	c.postings <- p
	return <-p.reply
}

func (b *Book) loop(ctx context.Context) {
	for {
		select {
		case p := <-b.postings:
			b.apply(p)
		case <-ctx.Done():
			return
		}
	}
}

func (b *Book) apply(p Posting) {
	switch p.Currency {
	case "EUR", "USD", "GBP":
		b.balances[p.Account%len(b.balances)] += p.Cents
		p.reply <- b.balances[p.Account%len(b.balances)]
	default:
		b.refused++
		if b.refused%50 == 1 {
			log.Printf("book: unknown currency %q (%d so far)", p.Currency, b.refused)
		}
	}
}
