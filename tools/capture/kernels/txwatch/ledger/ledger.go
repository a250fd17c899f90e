// Package ledger keeps a book in transactions.
package ledger

import "context"

// Book is what transactions write in.
type Book struct{ open int }

// Turn is one transaction.
type Turn struct {
	book   *Book
	cancel context.CancelFunc
	ctx    context.Context
}

// Begin opens a transaction that ends with ctx at the latest.
func (b *Book) Begin(ctx context.Context) *Turn { return b.begin(ctx) }

func (b *Book) begin(ctx context.Context) *Turn {
	t := &Turn{book: b}
	t.ctx, t.cancel = context.WithCancel(ctx)
	go t.watch()
	return t
}

func (t *Turn) watch() {
	<-t.ctx.Done()
	t.Rollback()
}

// Commit ends it.
func (t *Turn) Commit() { t.cancel() }

// Rollback ends it too.
func (t *Turn) Rollback() { t.cancel() }

var book Book

// Run begins a transaction and forgets it when there is nothing to write.
func Run(n int) {
	t := book.Begin(context.Background())
	if n%10 == 9 {
		t.Commit()
	}
}
