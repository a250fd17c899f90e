package tail

import (
	"bufio"
	"context"
	"io"
	"log"
	"os"
	"time"
)

const lookEvery = 2 * time.Second

type tailer struct {
	path    string
	take    func(ctx context.Context, line string)
	file    *os.File
	lines   *bufio.Reader
	partial string
}

func (t *tailer) run(ctx context.Context) {
	defer t.close()
	clock := time.NewTicker(lookEvery)
	defer clock.Stop()
	for {
		if err := t.look(ctx); err != nil && !os.IsNotExist(err) {
			log.Print(err)
		}
		select {
		case <-clock.C:
		case <-ctx.Done():
			return
		}
	}
}

// look reads what is new and then goes over to the file that took the place of the old one, if there is one.
func (t *tailer) look(ctx context.Context) error {
	if t.file == nil {
		if err := t.open(); err != nil {
			return err
		}
	}
	if err := t.drain(ctx); err != nil {
		return err
	}
	ours, err := t.file.Stat()
	if err != nil {
		return err
	}
	there, err := os.Stat(t.path)
	if err != nil || os.SameFile(ours, there) {
		return err
	}
	t.close()
	return t.open()
}

func (t *tailer) open() error {
	file, err := os.Open(t.path)
	if err != nil {
		return err
	}
	t.file, t.lines = file, bufio.NewReaderSize(file, 16<<10)
	return nil
}

func (t *tailer) close() {
	if t.file != nil {
		t.file.Close()
		t.file = nil
	}
}

func (t *tailer) drain(ctx context.Context) error {
	for {
		text, err := t.lines.ReadString('\n')
		t.partial += text
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		t.take(ctx, t.partial)
		t.partial = ""
	}
}
