// Package weblog is the log that is read.
package weblog

import (
	"fmt"
	"math/rand"
)

// Line is one request.
type Line struct {
	Source string
	Path   string
	Status int
	Text   string
}

const (
	visitors  = 3000 // who is about at a time
	insistent = 8    // who never stops
)

// Log writes lines of sources that come, stay half a minute and go.
type Log struct {
	rng    *rand.Rand
	newest int
}

// New is a log of its own course.
func New(seed int64) *Log { return &Log{rng: rand.New(rand.NewSource(seed)), newest: 1500} }

// Next is the next line.
func (l *Log) Next() Line {
	if l.rng.Intn(2) == 0 {
		l.newest++
	}
	n := l.newest - l.rng.Intn(visitors)
	if n < 0 || l.rng.Intn(40) == 0 {
		n = l.rng.Intn(insistent)
	}
	line := Line{Source: fmt.Sprintf("198.18.%d.%d", n>>8&255, n&255), Path: "/login", Status: 401}
	if l.rng.Intn(3) == 0 {
		line.Path, line.Status = fmt.Sprintf("/%x/admin", l.rng.Uint32()), 404
	}
	line.Text = fmt.Sprintf("%s - - GET %s %d %0180d", line.Source, line.Path, line.Status, n)
	return line
}
