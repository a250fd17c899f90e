// Package notify tells of changes in one folder, by the kernel's inotify.
package notify

import (
	"bytes"
	"os"
	"syscall"
	"time"
	"unsafe"
)

const quiet = 150 * time.Millisecond // changes that follow each other that fast are told together

// Watch is one folder's.
type Watch struct {
	Changes chan []string
	file    *os.File
	raw     chan string
	closed  chan struct{}
}

// Open begins to watch.
func Open(folder string) (*Watch, error) {
	fd, err := syscall.InotifyInit1(syscall.IN_CLOEXEC | syscall.IN_NONBLOCK)
	if err != nil {
		return nil, err
	}
	if _, err := syscall.InotifyAddWatch(fd, folder, syscall.IN_CLOSE_WRITE|syscall.IN_MOVED_TO|syscall.IN_DELETE); err != nil {
		syscall.Close(fd)
		return nil, err
	}
	w := &Watch{
		Changes: make(chan []string),
		file:    os.NewFile(uintptr(fd), "inotify"),
		raw:     make(chan string),
		closed:  make(chan struct{}),
	}
	go w.read()
	go w.gather()
	return w, nil
}

// Close ends both goroutines; Changes is closed then.
func (w *Watch) Close() error {
	close(w.closed)
	return w.file.Close()
}

func (w *Watch) read() {
	defer close(w.raw)
	buffer := make([]byte, 4096)
	for {
		n, err := w.file.Read(buffer)
		if err != nil {
			return
		}
		for at := 0; at+syscall.SizeofInotifyEvent <= n; {
			event := (*syscall.InotifyEvent)(unsafe.Pointer(&buffer[at]))
			name := buffer[at+syscall.SizeofInotifyEvent : at+syscall.SizeofInotifyEvent+int(event.Len)]
			at += syscall.SizeofInotifyEvent + int(event.Len)
			select {
			case w.raw <- string(bytes.TrimRight(name, "\x00")):
			case <-w.closed:
				return
			}
		}
	}
}

func (w *Watch) gather() {
	defer close(w.Changes)
	for name := range w.raw {
		names := w.more([]string{name})
		select {
		case w.Changes <- names:
		case <-w.closed:
			return
		}
	}
}

func (w *Watch) more(names []string) []string {
	pause := time.NewTimer(quiet)
	defer pause.Stop()
	for {
		select {
		case name, ok := <-w.raw:
			if !ok {
				return names
			}
			names = append(names, name)
		case <-pause.C:
			return names
		}
	}
}
