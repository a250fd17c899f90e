package helpers

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"time"
)

var errMute = errors.New("helpers: no answer")

type helper struct {
	cmd     *exec.Cmd
	in      io.WriteCloser
	answers chan string
}

func start(program string) (*helper, error) {
	h := &helper{cmd: exec.Command(program), answers: make(chan string)}
	var err error
	if h.in, err = h.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := h.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := h.cmd.Start(); err != nil {
		return nil, err
	}
	go h.hear(out)
	return h, nil
}

func (h *helper) hear(out io.Reader) {
	defer close(h.answers)
	for lines := bufio.NewScanner(out); lines.Scan(); {
		h.answers <- lines.Text()
	}
}

func (h *helper) ask(question string) (string, error) {
	if _, err := fmt.Fprintln(h.in, question); err != nil {
		return "", err
	}
	select {
	case answer := <-h.answers:
		return answer, nil
	case <-time.After(10 * time.Second):
		return "", errMute
	}
}

func (h *helper) close() error {
	if err := h.in.Close(); err != nil {
		return err
	}
	for range h.answers {
	}
	return h.cmd.Wait()
}
