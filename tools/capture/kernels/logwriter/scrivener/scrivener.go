// Package scrivener writes log lines.
package scrivener

import (
	"errors"
	"sync"
	"time"
)

// Pen is one log.
type Pen struct {
	mu    sync.Mutex
	lines int
}

// Write puts a line.
func (p *Pen) Write(text string) { p.put(text) }

func (p *Pen) put(text string) {
	p.mu.Lock()
	if err := p.make(text); err != nil {
		p.quit(err)
		return
	}
	p.lines++
	p.mu.Unlock()
}

func (p *Pen) make(text string) error {
	if text == "" {
		return errors.New("nothing to write")
	}
	return nil
}

func (p *Pen) quit(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.lines = -1
}

// Run has twelve writers, of whom one writes nothing.
func Run(int) {
	p := &Pen{}
	for i := 0; i < 12; i++ {
		i := i
		go func() {
			for turn := 0; ; turn++ {
				if i == 3 && turn == 4 {
					p.Write("")
				}
				p.Write("a line")
				time.Sleep(15 * time.Millisecond)
			}
		}()
	}
}
