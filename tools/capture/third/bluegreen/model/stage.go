// Package model has weights, and workers that use them.
package model

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"
)

type question struct {
	x      int
	answer chan<- float64
}

// model is one generation.
type model struct {
	weights   [][]float32
	questions chan question
	stop      context.CancelFunc
}

func load(ctx context.Context) *model {
	ctx, stop := context.WithCancel(ctx)
	m := &model{weights: make([][]float32, 26), questions: make(chan question), stop: stop}
	for i := range m.weights {
		m.weights[i] = make([]float32, 256<<10)
		for j := range m.weights[i] {
			m.weights[i][j] = float32(i*j%97) / 97
		}
	}
	for i := 0; i < 40; i++ {
		go m.work(ctx)
	}
	return m
}

func (m *model) work(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case q := <-m.questions:
			sum := 0.0
			for _, row := range m.weights {
				sum += float64(row[q.x%len(row)])
			}
			q.answer <- sum
		}
	}
}

// Stage has the model that answers.
type Stage struct {
	mu  sync.RWMutex
	now *model
}

// NewStage loads the first model.
func NewStage(ctx context.Context) *Stage { return &Stage{now: load(ctx)} }

// Exchange loads the next model and lets the old one go after a while.
func (s *Stage) Exchange(ctx context.Context, grace time.Duration) {
	next := load(ctx)
	s.mu.Lock()
	old := s.now
	s.now = next
	s.mu.Unlock()
	time.AfterFunc(grace, old.stop)
}

// Answer answers with the present model.
func (s *Stage) Answer(w http.ResponseWriter, r *http.Request) {
	x, err := strconv.Atoi(r.URL.Query().Get("x"))
	if err != nil || x < 0 {
		http.Error(w, "x", http.StatusBadRequest)
		return
	}
	s.mu.RLock()
	m := s.now
	s.mu.RUnlock()
	answer := make(chan float64, 1)
	select {
	case m.questions <- question{x: x, answer: answer}:
		fmt.Fprintln(w, <-answer)
	case <-r.Context().Done():
	}
}
