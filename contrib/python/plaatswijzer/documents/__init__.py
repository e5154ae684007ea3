"""Types of the documents that the command reads and writes."""

from .batch import BatchDocument
from .instance import InstanceDocument
from .message import MessageLine
from .plan import PlanDocument
from .verdict import VerdictDocument
from .why import WhyDocument

__all__ = ["BatchDocument", "InstanceDocument", "MessageLine", "PlanDocument", "VerdictDocument", "WhyDocument"]
