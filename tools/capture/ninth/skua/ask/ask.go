// Package ask matches answers to questions.
package ask

import (
	"context"
	"errors"
	"sync"
	"time"

	"go.skua.example/rpc/skua/wire"
)

// ErrUnanswered is for a question given up.
var ErrUnanswered = errors.New("unanswered")

type question struct {
	number uint32
	body   []byte
	answer []byte
	failed error
	done   chan struct{}
	once   sync.Once
}

func newQuestion(number uint32, text string) *question {
	q := &question{number: number, body: make([]byte, 0, 640), done: make(chan struct{})}
	for len(q.body)+len(text) < cap(q.body) {
		q.body = append(q.body, text...)
	}
	return q
}

func (q *question) end(answer []byte, failed error) {
	q.once.Do(func() {
		q.answer, q.failed = answer, failed
		close(q.done)
	})
}

// Asker has open questions by number.
type Asker struct {
	end    *wire.End
	within time.Duration

	mu     sync.Mutex
	number uint32
	open   map[uint32]*question
}

// New asks at an end of a wire.
func New(ctx context.Context, end *wire.End, within time.Duration) *Asker {
	a := &Asker{end: end, within: within, open: make(map[uint32]*question)}
	go a.receive(ctx)
	return a
}

// Ask waits for the answer.
func (a *Asker) Ask(text string) ([]byte, error) {
	a.mu.Lock()
	a.number++
	q := newQuestion(a.number, text)
	a.open[q.number] = q
	a.mu.Unlock()
	time.AfterFunc(a.within, func() {
		a.take(q.number)
		q.end(nil, ErrUnanswered)
	})
	if err := a.end.Send(wire.Frame{Number: q.number, Body: q.body}); err != nil {
		a.take(q.number)
		return nil, err
	}
	<-q.done
	return q.answer, q.failed
}

func (a *Asker) take(number uint32) *question {
	a.mu.Lock()
	defer a.mu.Unlock()
	q := a.open[number]
	delete(a.open, number)
	return q
}

func (a *Asker) receive(ctx context.Context) {
	for ctx.Err() == nil {
		f, err := a.end.Receive()
		if err != nil {
			return
		}
		if q := a.take(f.Number); q != nil {
			q.end(f.Body, nil)
		}
	}
}
