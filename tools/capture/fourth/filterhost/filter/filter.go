// Package filter talks with a program line by line.
package filter

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os/exec"
)

// Filter is a program that runs.
type Filter struct {
	cmd     *exec.Cmd
	in      io.WriteCloser
	out     io.Reader
	answers chan string
	lines   int
}

// Start starts the program.
func Start(program string) (*Filter, error) {
	f := &Filter{cmd: exec.Command(program), answers: make(chan string, 1)}
	var err error
	if f.in, err = f.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if f.out, err = f.cmd.StdoutPipe(); err != nil {
		return nil, err
	}
	if err := f.cmd.Start(); err != nil {
		return nil, err
	}
	go f.read()
	return f, nil
}

func (f *Filter) read() {
	for lines := bufio.NewScanner(f.out); lines.Scan(); f.lines++ {
		f.answers <- lines.Text()
	}
}

// Line has one line filtered.
func (f *Filter) Line(ctx context.Context, text string) (string, error) {
	if _, err := fmt.Fprintln(f.in, text); err != nil {
		return "", err
	}
	select {
	case answer := <-f.answers:
		return answer, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// Close ends the program.
func (f *Filter) Close() error {
	if err := f.in.Close(); err != nil {
		return err
	}
	return f.cmd.Wait()
}
