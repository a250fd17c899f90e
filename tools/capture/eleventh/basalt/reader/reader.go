// Package reader reads pieces, some of them ahead.
package reader

import (
	"context"
	"errors"
	"sync"
	"time"
)

const ahead = 6

// Reader is of one file.
type Reader struct {
	mu      sync.Mutex
	moved   *sync.Cond
	done    sync.WaitGroup
	cancel  context.CancelFunc
	pieces  int
	read    int
	fetched int
}

// Open begins to fetch.
func Open(ctx context.Context, pieces int) *Reader {
	ctx, cancel := context.WithCancel(ctx)
	r := &Reader{pieces: pieces, cancel: cancel}
	r.moved = sync.NewCond(&r.mu)
	r.done.Add(1)
	go r.manage(ctx)
	return r
}

func (r *Reader) manage(ctx context.Context) {
	defer r.done.Done()
	for ctx.Err() == nil {
		if !r.await() {
			return
		}
		time.Sleep(8 * time.Millisecond)
		r.mu.Lock()
		r.fetched++
		r.moved.Broadcast()
		r.mu.Unlock()
	}
}

func (r *Reader) await() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.fetched < r.pieces && r.fetched >= r.read+ahead {
		r.moved.Wait()
	}
	return r.fetched < r.pieces
}

// Next takes a piece.
func (r *Reader) Next() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.read < r.pieces && r.fetched <= r.read {
		r.moved.Wait()
	}
	if r.read == r.pieces {
		return false
	}
	r.read++
	r.moved.Broadcast()
	return true
}

// Close gives up what is not read.
func (r *Reader) Close() error {
	r.cancel()
	ended := make(chan struct{})
	go func() {
		r.done.Wait()
		close(ended)
	}()
	select {
	case <-ended:
		return nil
	case <-time.After(2 * time.Second):
		return errors.New("reader: still fetching")
	}
}
