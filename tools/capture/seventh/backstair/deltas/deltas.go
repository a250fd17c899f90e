// Package deltas splits a range into parts of a quarter of an hour and computes them side by side.
package deltas

import (
	"log"
	"math"
	"sync"
)

const length = 900

// Engine counts what it computed.
type Engine struct {
	mu     sync.Mutex
	points int
}

// New has computed nothing.
func New() *Engine { return &Engine{} }

// Fetch returns a point for every step of [from, to).
func (e *Engine) Fetch(from, to, step int) []float64 {
	var parts [][]float64
	var wait sync.WaitGroup
	var mu sync.Mutex
	for at := from; at < to; at += length {
		end := at + length
		if end > to {
			end = to
		}
		wait.Add(1)
		go func(at, end int) {
			points := e.part(at, end, step)
			if len(points) == 0 {
				log.Printf("no point between %d and %d", at, end)
				return
			}
			mu.Lock()
			parts = append(parts, points)
			mu.Unlock()
			wait.Done()
		}(at, end)
	}
	wait.Wait()
	var all []float64
	for _, points := range parts {
		all = append(all, points...)
	}
	return all
}

func (e *Engine) part(at, end, step int) []float64 {
	var points []float64
	for t := (at + step - 1) / step * step; t < end; t += step {
		points = append(points, math.Sin(float64(t)/500))
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.points += len(points)
	return points
}
