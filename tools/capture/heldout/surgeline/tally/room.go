// Package tally has polls that open and close.
package tally

import (
	"sync"
	"time"
)

// Poll is open until it is counted.
type Poll struct {
	votes  int
	result chan struct{}
}

// Room has a poll for each question.
type Room struct {
	mu    sync.Mutex
	polls map[int]*Poll
}

// NewRoom has no open polls.
func NewRoom() *Room { return &Room{polls: map[int]*Poll{}} }

// Vote returns when the poll is counted.
func (r *Room) Vote(question, choice int) int {
	r.mu.Lock()
	p := r.polls[question]
	if p == nil {
		p = &Poll{result: make(chan struct{})}
		r.polls[question] = p
	}
	p.votes += choice & 1
	r.mu.Unlock()
	return p.wait()
}

func (p *Poll) wait() int {
	<-p.result
	return p.votes
}

// Close counts a poll, or gives it up for want of votes.
func (r *Room) Close(question int, givenUp bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	p := r.polls[question]
	if p == nil {
		return
	}
	delete(r.polls, question)
	if !givenUp {
		close(p.result)
	}
}

// Answer answers a question later.
func (r *Room) Answer(later time.Duration) bool {
	answer := make(chan bool)
	time.AfterFunc(later, func() { close(answer) })
	_, open := <-answer
	return open
}
