SELECT staff_no, arrived_on, kind FROM stay_paper
UNION ALL
SELECT staff_no, arrived_on, 'manager' FROM stay_manager
