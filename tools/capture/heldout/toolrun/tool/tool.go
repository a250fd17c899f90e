// Package tool runs a command for each file.
package tool

import (
	"bufio"
	"errors"
	"io"
	"log"
	"os/exec"
	"time"
)

// Tool waits for Patience.
type Tool struct{ Patience time.Duration }

// Probe returns what the command prints about a file; every other file is damaged and takes it forever.
func (t *Tool) Probe(file int) (string, error) {
	command := exec.Command("echo", "1920x1080")
	if file%2 == 1 {
		command = exec.Command("sleep", "150")
	}
	out, err := command.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := command.Start(); err != nil {
		return "", err
	}
	lines := make(chan string, 1)
	go t.collect(out, lines)
	select {
	case line := <-lines:
		return line, command.Wait()
	case <-time.After(t.Patience):
		return "", errors.New("the tool takes too long")
	}
}

func (t *Tool) collect(out io.Reader, lines chan<- string) {
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		log.Print(err)
	}
	lines <- line
}
