// Package shell runs commands and gives what they print.
package shell

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"time"
)

// Result is what became of a command.
type Result struct {
	Out, Err bytes.Buffer
	Took     time.Duration
}

// Run runs a line for at most so long.
func Run(ctx context.Context, line string, limit time.Duration) (*Result, error) {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	result, began := &Result{}, time.Now()
	command := exec.CommandContext(ctx, "/bin/sh", "-c", line)
	command.Stdout, command.Stderr = &result.Out, &result.Err
	if err := command.Run(); err != nil {
		return nil, fmt.Errorf("%q: %w", line, err)
	}
	result.Took = time.Since(began)
	return result, nil
}
