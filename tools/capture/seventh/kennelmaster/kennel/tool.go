package kennel

import (
	"bufio"
	"io"
	"log"
	"os/exec"
)

// tool is a child process with its pipes.
type tool struct {
	command *exec.Cmd
	in      io.WriteCloser
	lines   chan string
	ended   chan struct{}
}

func start(path string, args []string) (*tool, error) {
	command := exec.Command(path, args...)
	in, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	t := &tool{command: command, in: in, lines: make(chan string, 4), ended: make(chan struct{})}
	go t.read(out)
	return t, nil
}

// read is done when the child has closed its end; then the child is waited for.
func (t *tool) read(out io.Reader) {
	defer close(t.ended)
	defer close(t.lines)
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		t.lines <- lines.Text()
	}
	if err := t.command.Wait(); err != nil {
		log.Print(err)
	}
}

func (t *tool) stop() {
	if err := t.in.Close(); err != nil {
		log.Print(err)
	}
	<-t.ended
}
