// Package shift runs the jobs.
package shift

import (
	"bufio"
	"io"
	"log"
	"os/exec"
	"strconv"

	"go.ploughmen.example/jobs/furrow/ledger"
)

// Shift has a tool.
type Shift struct {
	tool string
	day  *ledger.Ledger
}

// New works with a tool.
func New(tool string, day *ledger.Ledger) *Shift { return &Shift{tool: tool, day: day} }

func (s *Shift) start(number int) (*ledger.Line, io.Reader, error) {
	command := exec.Command(s.tool, "field", strconv.Itoa(number))
	out, err := command.StdoutPipe()
	if err != nil {
		return nil, nil, err
	}
	if err := command.Start(); err != nil {
		return nil, nil, err
	}
	return s.day.Enter(number, command), out, nil
}

// Run runs a job and keeps its first line.
func (s *Shift) Run(number int) {
	line, out, err := s.start(number)
	if err != nil {
		log.Print(err)
		return
	}
	text := bufio.NewScanner(out)
	for text.Scan() {
		if line.Output == "" {
			line.Output = text.Text()
		}
	}
}
