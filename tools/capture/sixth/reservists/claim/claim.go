// Package claim is a lock between processes: who has the file's lock has the shard.
package claim

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// Claim is held until Release.
type Claim struct{ file *os.File }

// Take waits until nobody else has the shard.
func Take(folder string, shard int) (*Claim, error) {
	file, err := os.OpenFile(filepath.Join(folder, fmt.Sprintf("shard-%02d.lock", shard)), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX)
		if err != syscall.EINTR {
			break
		}
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	return &Claim{file: file}, nil
}

// Release lets the next one have it.
func (c *Claim) Release() error { return c.file.Close() }
