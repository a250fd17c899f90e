// Package match is what is played.
package match

import "git.arena.example/replay/ringside/tape"

type hit struct {
	second, player int
	place          [2]float64
	strength       [2]float32
}

// Match has a tape.
type Match struct{ hits *tape.Tape[hit] }

// New has a tape of a thousand hits.
func New() *Match { return &Match{hits: tape.New[hit](1000)} }

// Hit records one.
func (m *Match) Hit(n int) { m.hits.Record(hit{second: n / 50, player: n % 22}) }
