// Package device talks to a camera from a thread of its own.
package device

import "runtime"

// Handle is an open camera.
type Handle struct {
	commands chan func(frame []byte)
	frame    [8192]byte
}

// Open starts the camera's thread.
func Open() *Handle {
	h := &Handle{commands: make(chan func([]byte))}
	go h.serve()
	return h
}

func (h *Handle) serve() {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for command := range h.commands {
		command(h.frame[:])
	}
}

// Do runs a command on the camera's thread.
func (h *Handle) Do(command func(frame []byte)) {
	done := make(chan struct{})
	h.commands <- func(frame []byte) {
		defer close(done)
		command(frame)
	}
	<-done
}

// Close ends the thread.
func (h *Handle) Close() { close(h.commands) }
