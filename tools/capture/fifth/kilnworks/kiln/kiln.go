// Package kiln runs a thermometer for each firing.
package kiln

import (
	"bufio"
	"os"
	"os/exec"
	"strconv"
	"sync/atomic"
)

// Kiln counts what its thermometers say.
type Kiln struct {
	thermometer string
	degrees     int64
}

// New reads from that program.
func New(thermometer string) *Kiln { return &Kiln{thermometer: thermometer} }

// Firing is one run of the thermometer.
type Firing struct {
	kiln     *Kiln
	in       *os.File
	out      *os.File
	readings []string
}

// Fire heats the nth batch and waits until it is done.
func (k *Kiln) Fire(n int) error {
	f, err := k.prepare()
	if err != nil {
		return err
	}
	command := exec.Command(k.thermometer, strconv.Itoa(900+n%300))
	command.Stdout = f.out
	if err := command.Start(); err != nil {
		f.in.Close()
		f.out.Close()
		return err
	}
	go f.watch()
	return command.Wait()
}

func (k *Kiln) prepare() (*Firing, error) {
	in, out, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	return &Firing{kiln: k, in: in, out: out}, nil
}

// watch reads what the thermometer says until it says no more.
func (f *Firing) watch() {
	defer f.in.Close()
	for lines := bufio.NewScanner(f.in); lines.Scan(); {
		f.readings = append(f.readings, lines.Text())
		if degrees, err := strconv.Atoi(lines.Text()); err == nil {
			atomic.StoreInt64(&f.kiln.degrees, int64(degrees))
		}
	}
}
